package org.heatwatch.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioTest {
    private static final String GOOD = """
            name: A test
            site: kaesong-simulated.geojson
            seed: 7
            from: 2020-01-01
            to: 2020-12-31
            watchedFrom: 2020-06-01
            quick:
              - {from: 2020-02-01, to: 2020-03-31}
            climate:
              winter: {clear: 0.4, partly: 0.1, overcast: 0.4, missing: 0.1, snow: 0.2}
              spring: {clear: 0.4, partly: 0.2, overcast: 0.4, missing: 0.0}
              summer: {clear: 0.4, partly: 0.2, overcast: 0.4, missing: 0.0}
              autumn: {clear: 0.4, partly: 0.2, overcast: 0.4, missing: 0.0}
              nightsTaken: 0.5
            machines:
              - {feature: amos, from: 2020-05-01, kelvin: 5}
              - {feature: amos, from: 2020-07-01, to: 2020-07-31, kelvin: 2}
            skies:
              - {date: 2020-05-14, pass: day, sky: clear}
            """;

    @TempDir
    private Path folder;

    private Scenario read(String text) throws IOException {
        return Scenario.read(Files.writeString(folder.resolve("tale.yaml"), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed: 7 | seed: soon | seed is 'soon', which is no whole number; give one",
                "seed: 7 | seeds: 7 | seeds is unknown; use name, site, seed",
                "name: A test | name: | name is missing; add it",
                "to: 2020-12-31 | to: 2019-12-31 | to is out of order, from 2020-01-01 to 2019-12-31; give the",
                "2020-12-31 | 2020-13-31 | to is '2020-13-31', which is no date; give a day such as",
                "2020-06-01 | 2021-06-01 | watchedFrom is 2021-06-01, outside the scenario; give a day from 2020-01-01",
                "from: 2020-02-01 | from: 2018-02-01 | quick[1].from is 2018-02-01, outside the scenario",
                "clear: 0.4, partly: 0.1 | clear: 0.4, partly: 0.3 | climate.winter has shares that do not add up to 1",
                "snow: 0.2 | snow: 2 | climate.winter.snow is '2', which is out of range; give a number from 0.0 to",
                "nightsTaken: 0.5 | nightsTaken: often | climate.nightsTaken is 'often'",
                "kelvin: 5 | kelvin: hot | machines[1].kelvin is 'hot', which is out of range; give a number",
                "kelvin: 5 | kelvins: 5 | machines[1].kelvins is unknown; use feature, from, to",
                "to: 2020-07-31 | to: 2020-06-30 | machines[2].to is out of order",
                "from: 2020-05-01, kelvin | from: 2022-05-01, kelvin | machines[1].from is out of order",
                "pass: day | pass: noon | skies[1].pass is 'noon', which is unknown; use one of day, night",
                "sky: clear | sky: blue | skies[1].sky is 'blue', which is unknown; use one of clear, partly",
                "date: 2020-05-14 | date: 2022-05-14 | skies[1].date is 2022-05-14, outside the scenario",
                "name: A test | name: [A | not YAML, line",
                "seed: 7 | name: again | not YAML, line 3"
            })
    void aDefectIsNamedWithItsMemberAndWhatToDo(String good, String bad, String words) {
        assertThat(GOOD).contains(good);

        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("tale.yaml: ")
                .hasMessageContaining(words)
                .hasMessageContaining("; ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingOrEmptyFileIsNamed() {
        assertThatThrownBy(() -> Scenario.read(folder.resolve("none.yaml")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("none.yaml: cannot be read");
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("the file is not a map");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amos | nobody | has no feature 'nobody'; use an id of kaesong-simulated.geojson",
                "amos | support-center | is of role control, which cannot have a machine",
                "amos | null-07 | is of role reference, which cannot have a machine"
            })
    void aMachineStandsInAFacilityOrABuilding(String good, String bad, String words) throws IOException {
        Scenario scenario = read(GOOD.replace(good, bad));

        assertThatThrownBy(() -> SimulatedStory.of(scenario, Shipped.SITE, StoryForm.QUICK))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("tale.yaml: machines: ")
                .hasMessageContaining(words);
    }

    @Test
    void aSkyCanOnlyBePinnedToADayWithAPass() throws IOException {
        Scenario scenario = read(GOOD.replace("date: 2020-05-14", "date: 2020-05-15"));

        assertThatThrownBy(() -> SimulatedStory.of(scenario, Shipped.SITE, StoryForm.QUICK))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("tale.yaml: skies: on 2020-05-15 there is no day pass")
                .hasMessageContaining("give the date of one");
    }

    @Test
    void machinesOfOneFeatureAddUpAndRunToTheEndByDefault() throws IOException {
        SimulatedStory story = SimulatedStory.of(read(GOOD), Shipped.SITE, StoryForm.QUICK);

        assertThat(story.truth("amos", LocalDate.of(2020, 4, 30))).isZero();
        assertThat(story.truth("amos", LocalDate.of(2020, 5, 1))).isEqualTo(5);
        assertThat(story.truth("amos", LocalDate.of(2020, 7, 31))).isEqualTo(7);
        assertThat(story.truth("amos", LocalDate.of(2020, 12, 31))).isEqualTo(5);
        assertThat(story.truth("support-center", LocalDate.of(2020, 12, 31))).isZero();
    }
}
