/** What an actor's options would lead to: models, camps, votes and blowback beside each other. */
package org.entente.sway.answer;
