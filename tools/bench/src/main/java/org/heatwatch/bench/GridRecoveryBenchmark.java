package org.heatwatch.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedScene;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Recovery of the sampling grid and its samples from pixels: one scene, one thread. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
@State(Scope.Thread)
public class GridRecoveryBenchmark {

    /** Prior knowledge: the frozen geometry of the path, or only the orbit. */
    @Param({"frozen", "orbit"})
    public String known = "";

    /** Side of the square image in pixels. */
    @Param({"130", "340"})
    public int pixels;

    private ThermalImage[] images = {};
    private GridPrior[] priors = {};
    private int next;

    /** Simulates several scenes, so that the result does not depend on a single one. */
    @Setup
    public void simulate() {
        SceneSimulator site =
                SceneSimulator.kaesong().size(pixels, pixels).landscapeSeed(7).prepared();
        int scenes = 4;
        images = new ThermalImage[scenes];
        priors = new GridPrior[scenes];
        for (int i = 0; i < scenes; i++) {
            SimulatedScene scene = site.simulate(i);
            images[i] = image(scene);
            NativeGrid grid = scene.grid();
            priors[i] = known.equals("frozen")
                    ? GridPrior.frozen(new GridGeometry(
                            grid.rotationDegrees(), grid.acrossMetres(), grid.alongMetres(), grid.shear()))
                    : GridPrior.ofOrbit(SceneSimulator.DAY_ROTATION);
        }
    }

    private static ThermalImage image(SimulatedScene scene) {
        PixelWindow window = scene.window();
        SceneGrid grid = scene.scene();
        double[] values = Arrays.stream(scene.digitalNumbers()).asDoubleStream().toArray();
        boolean[] valid = new boolean[values.length];
        Arrays.fill(valid, true);
        return new ThermalImage(
                window.rows(),
                window.columns(),
                values,
                valid,
                grid.east(window.column() - 0.5),
                grid.north(window.row() - 0.5),
                SceneGrid.PIXEL_METRES);
    }

    /** Grid recovery with its acceptance test. */
    @Benchmark
    public Recovery recover() {
        next = (next + 1) % images.length;
        return GridRecovery.recover(images[next], priors[next]);
    }
}
