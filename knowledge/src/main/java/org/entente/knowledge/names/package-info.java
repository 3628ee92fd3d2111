/**
 * Names as pieces that can be found in running text, whatever the accents, dots, hyphens and
 * apostrophes.
 */
package org.entente.knowledge.names;
