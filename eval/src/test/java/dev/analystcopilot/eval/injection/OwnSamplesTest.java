package dev.analystcopilot.eval.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.planted.Place;
import dev.analystcopilot.knowledge.planted.PlantedInstructions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnSamplesTest {
    private static final PlantedInstructions DETECTOR = PlantedInstructions.load();

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void mostPlantedInstructionsAreFoundWhereverTheyStand(Carrier carrier) {
        List<Payload> planted = Sample.planted("planted.tsv");

        long found = planted.stream()
                .filter(payload -> carrier.finds(DETECTOR, payload))
                .count();

        assertThat(found).isGreaterThan(planted.size() * 6L / 10);
    }

    @Test
    void mostTextThatLooksLikeAnOrderIsLeftAlone() {
        List<Sample> everyday = Sample.all("everyday.tsv");

        long flagged = everyday.stream()
                .filter(sample -> !DETECTOR.in(
                                Place.valueOf(sample.kind().toUpperCase(java.util.Locale.ROOT)), List.of(sample.text()))
                        .isEmpty())
                .count();

        assertThat(flagged).isLessThan(everyday.size() / 6);
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void nothingIsFoundWhereNothingWasPlanted(Carrier carrier) {
        assertThat(carrier.finds(DETECTOR, new Payload("none", List.of("sshd"))))
                .isFalse();
    }
}
