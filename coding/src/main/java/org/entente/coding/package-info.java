/** From a document to its events. Start with {@link org.entente.coding.Coder}. */
package org.entente.coding;
