/**
 * From text to sentences with a dependency tree. Nothing outside of this package sees the parser
 * library's types. Tags are the Penn Treebank's, labels are ClearNLP's (nsubj, nsubjpass, dobj,
 * prep, pobj, agent …); copulas head their clause.
 */
package org.entente.coding.syntax;
