/** What events add up to: series, dyads, networks, affinity. Asks the store, which does the SQL. */
package org.entente.analysis;
