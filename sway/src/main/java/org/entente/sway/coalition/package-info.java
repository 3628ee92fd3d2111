/** Camps: frustration, balance, landscapes, levers. */
package org.entente.sway.coalition;
