/** How often the coder is right, measured on gold data; start at the command {@code evaluate}. */
package org.entente.evaluation;
