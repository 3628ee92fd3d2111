/** The field's formats, in and out. */
package org.entente.exchange;
