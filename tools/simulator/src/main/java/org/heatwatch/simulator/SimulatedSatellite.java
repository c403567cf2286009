package org.heatwatch.simulator;

/** The satellites that carry TIRS, with the band 10 calibration given in their products. */
public enum SimulatedSatellite {
    LANDSAT_8("LC08", 3.3420e-4, 0.1, 774.8853, 1321.0789),
    LANDSAT_9("LC09", 3.8000e-4, 0.1, 799.0284, 1329.2405);

    private final String prefix;
    private final double gain;
    private final double offset;
    private final double k1;
    private final double k2;

    SimulatedSatellite(String prefix, double gain, double offset, double k1, double k2) {
        this.prefix = prefix;
        this.gain = gain;
        this.offset = offset;
        this.k1 = k1;
        this.k2 = k2;
    }

    /** First four characters of product ids. */
    public String prefix() {
        return prefix;
    }

    /** Planck's law in band 10. */
    public Planck planck() {
        return new Planck(k1, k2);
    }

    /** Radiance of a level-1 digital number of band 10 in W/(m2 sr um). */
    public double radiance(int digitalNumber) {
        return gain * digitalNumber + offset;
    }

    /** Nearest level-1 digital number of band 10, clipped to 1..65535 (0 is fill). */
    public int digitalNumber(double radiance) {
        return Math.clamp(Math.round((radiance - offset) / gain), 1, 65535);
    }
}
