package org.entente.knowledge.ontology;

import org.entente.model.EventType;

/**
 * A code of CAMEO.
 *
 * @param code two to four digits
 * @param text the code book's title
 * @param goldstein Goldstein weight, −10 to 10
 * @param type PLOVER type, or null for public statements (01)
 * @param mode PLOVER mode, or null
 */
public record CameoCode(String code, String text, double goldstein, EventType type, String mode) {}
