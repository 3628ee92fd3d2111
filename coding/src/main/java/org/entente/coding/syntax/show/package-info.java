/** Trees as a person or another program reads them: a table, CoNLL-U, a picture with arcs. */
package org.entente.coding.syntax.show;
