package org.heatwatch.validation;

/**
 * A place at which a method has found heat over many overpasses.
 *
 * @param east easting in metres
 * @param north northing in metres
 * @param z excess in standard errors
 * @param kelvinSquareMetres excess times area
 * @param kelvinSquareMetresError standard error of that product
 */
public record FoundPlace(
        double east, double north, double z, double kelvinSquareMetres, double kelvinSquareMetresError) {}
