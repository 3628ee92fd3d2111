/** Voting bodies: power, chances of passing, vetoes. */
package org.entente.sway.vote;
