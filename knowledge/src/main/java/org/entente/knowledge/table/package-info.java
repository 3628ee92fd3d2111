/** Plain tables of knowledge, read so that every mistake is named by file, line and field. */
package org.entente.knowledge.table;
