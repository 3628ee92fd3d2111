/** Finds who a sentence speaks of: names, titles, roles with their nationality, pronouns. */
package org.entente.coding.mention;
