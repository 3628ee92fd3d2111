/**
 * NLP4J, whose weights the parser runs on: the converter that made the model file, and comparisons
 * of trees and speed. Nothing else in Entente knows it.
 */
package org.entente.benchmarks.nlp4j;
