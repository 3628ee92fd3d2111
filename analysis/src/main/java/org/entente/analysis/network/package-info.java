/** Who stands with whom: signed ties, camps, communities, centrality. */
package org.entente.analysis.network;
