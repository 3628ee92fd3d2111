/** Forecasts put together: backtests over ranking and questions; start at {@link Backtest}. */
package org.entente.analysis.forecast;
