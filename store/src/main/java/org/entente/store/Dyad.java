package org.entente.store;

/**
 * What one actor has done to another, by their codes.
 *
 * @param sourceCode country or group code of the source
 * @param sourceName the name that the code goes by in the store; the code itself where only persons
 *     and offices of it act
 * @param targetCode country or group code of the target
 * @param targetName as {@code sourceName}
 * @param count events
 * @param goldsteinSum sum of their Goldstein weights
 * @param goldsteinMean mean of their Goldstein weights, −10 to 10
 * @param cooperation how many of them are verbal or material cooperation
 * @param conflict how many of them are verbal or material conflict
 */
public record Dyad(
    String sourceCode,
    String sourceName,
    String targetCode,
    String targetName,
    long count,
    double goldsteinSum,
    double goldsteinMean,
    long cooperation,
    long conflict) {}
