/** How near two actors stand, from foes (−1) to friends (1), and how sure that is. */
package org.entente.analysis.affinity;
