/** What happens to those who fight a group. */
package org.entente.sway.blowback;
