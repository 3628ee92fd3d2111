/**
 * When, where, how many and about what: times against the date of publication, places, numbers,
 * contexts.
 */
package org.entente.coding.resolve;
