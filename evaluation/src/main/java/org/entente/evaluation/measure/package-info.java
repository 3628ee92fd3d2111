/** Measures over answers and what was right; they know nothing of events. */
package org.entente.evaluation.measure;
