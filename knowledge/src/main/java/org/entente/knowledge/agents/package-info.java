/** Nouns for roles ("official", "rebel", "stronghold") and the sectors they tell. */
package org.entente.knowledge.agents;
