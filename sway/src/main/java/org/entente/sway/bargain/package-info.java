/** Models of bargaining: where an issue ends, given positions, capabilities and saliences. */
package org.entente.sway.bargain;
