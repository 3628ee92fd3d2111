/** What becomes more frequent after assumed events: a self-exciting model, rolled forward. */
package org.entente.analysis.forecast.whatif;
