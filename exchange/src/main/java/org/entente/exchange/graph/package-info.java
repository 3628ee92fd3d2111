/**
 * The network of actors as files for Gephi, igraph and NetworkX. Start at {@link
 * org.entente.exchange.graph.Network}.
 */
package org.entente.exchange.graph;
