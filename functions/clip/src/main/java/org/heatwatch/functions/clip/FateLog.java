package org.heatwatch.functions.clip;

/** Hears what became of notices. */
@FunctionalInterface
public interface FateLog {

    void tell(NoticeFate fate);
}
