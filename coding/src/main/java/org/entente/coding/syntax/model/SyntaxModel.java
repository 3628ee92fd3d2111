package org.entente.coding.syntax.model;

import java.util.List;
import java.util.Map;
import org.entente.coding.syntax.model.WordTable.Base;

/**
 * What was learned from treebanks: weights of the tagger and of the parser, words, and irregular
 * forms. Immutable, shared by all threads.
 *
 * @param tags of the tagger, in the order of its lanes
 * @param transitions of the parser, in the order of its lanes: arc (L, R or N), list (S, R or P)
 *     and label, joined with "_"
 * @param tagClasses of each class of tags, its tags joined with "_"
 * @param tagger rows of the tagger's features; direct groups are classes at four places, then
 *     clusters at three
 * @param parser rows of the parser's features; direct groups are clusters at four places
 * @param words known by their form
 * @param irregular forms of each part of speech with their lemma
 * @param source what the weights come from
 */
public record SyntaxModel(
    List<String> tags,
    List<String> transitions,
    List<String> tagClasses,
    Weights tagger,
    Weights parser,
    WordTable words,
    Map<Base, Map<String, String>> irregular,
    String source) {}
