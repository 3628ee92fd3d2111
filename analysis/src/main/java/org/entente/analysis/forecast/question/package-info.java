/** Whether something will happen within some days: a probability fitted to the window itself. */
package org.entente.analysis.forecast.question;
