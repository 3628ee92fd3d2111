/**
 * The registry of actors: states, their organs, bodies of states, groups, peoples, media, and who
 * held which office when.
 */
package org.entente.knowledge.actors;
