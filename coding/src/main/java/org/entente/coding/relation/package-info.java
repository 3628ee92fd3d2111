/**
 * What holds between two actors that are given; start at {@link
 * org.entente.coding.relation.Relations}.
 */
package org.entente.coding.relation;
