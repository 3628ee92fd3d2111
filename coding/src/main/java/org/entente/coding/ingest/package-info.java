/**
 * Takes documents in: from a file, a folder, a URL or standard input to {@link
 * org.entente.model.Document}s. Start at {@link org.entente.coding.ingest.Ingest}.
 */
package org.entente.coding.ingest;
