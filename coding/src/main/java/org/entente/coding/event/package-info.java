/**
 * Finds events: triggers of the lexicon, who fills their roles, and what modality makes of them.
 */
package org.entente.coding.event;
