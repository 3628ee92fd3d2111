/** Places with their coordinates. */
package org.entente.knowledge.gazetteer;
