/**
 * Measures the coder: against gold records, and its speed with JMH. Run with {@code
 * ./entente-tools}.
 */
package org.entente.benchmarks;
