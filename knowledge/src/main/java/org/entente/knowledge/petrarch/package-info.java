/**
 * Turns the dictionaries of PETRARCH into knowledge files. Start with {@link
 * org.entente.knowledge.petrarch.PetrarchImport}.
 */
package org.entente.knowledge.petrarch;
