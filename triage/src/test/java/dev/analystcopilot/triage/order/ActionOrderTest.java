package dev.analystcopilot.triage.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionOrderTest {
    private static final ActionOrder ORDER = ActionOrder.load();

    private static Action technique(String id, String technique) {
        return new Action(id, "", "", Optional.empty(), Optional.of(technique));
    }

    private static Action told(String id, String description) {
        return new Action(id, "", description, Optional.empty(), Optional.empty());
    }

    private static List<String> ids(List<Action> actions) {
        return ORDER.order(actions).stream().map(Action::id).toList();
    }

    @Test
    void techniquesStandWhereAttacksUseThem() {
        var actions = Stream.of("T1486", "T1041", "T1560.001", "T1021.001", "T1003.001", "T1082", "T1059.001", "T1190")
                .map(id -> technique(id, id))
                .toList();

        assertThat(ids(actions))
                .containsExactly(
                        "T1190", "T1059.001", "T1082", "T1003.001", "T1021.001", "T1560.001", "T1041", "T1486");
    }

    @Test
    void wordsAloneTellTheOrder() {
        var actions = List.of(
                told("ransom", "All servers are encrypted and a ransom note is dropped"),
                told("upload", "Stolen documents are uploaded to a remote server"),
                told("lateral", "The intruder moves laterally to other hosts"),
                told("dump", "Mimikatz dumps credentials from memory"),
                told("mail", "A phishing e-mail with a malicious attachment is sent"));

        assertThat(ids(actions)).containsExactly("mail", "dump", "lateral", "upload", "ransom");
    }

    @Test
    void chineseWordsTellItAsWell() {
        var actions = List.of(
                told("4", "加密服务器文件并留下勒索信"),
                told("3", "使用窃取的凭证横向移动到其他主机"),
                told("2", "用户打开附件后宏代码下载木马"),
                told("1", "攻击者发送钓鱼邮件"));

        assertThat(ids(actions)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aThingIsMadeBeforeItIsUsedAndUsedBeforeItIsRemoved() {
        var actions = List.of(
                told("a", "svcupd.exe is deleted"),
                told("b", "svcupd.exe beeps"),
                told("c", "a job creates svcupd.exe"));

        assertThat(ids(actions)).containsExactly("c", "b", "a");
    }

    @Test
    void theNameOfATechniqueStandsForIt() {
        var actions = List.of(
                new Action("1", "Data Encrypted for Impact", "", Optional.empty(), Optional.empty()),
                new Action("2", "Lateral Movement", "", Optional.empty(), Optional.empty()),
                new Action("3", "Phishing: Spearphishing Attachment", "", Optional.empty(), Optional.empty()));

        assertThat(ids(actions)).containsExactly("3", "2", "1");
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        var actions = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> told("a" + i, "tool%d.exe writes file%d.dat on host%d".formatted(i, i % 7, i % 5)))
                .toList());
        List<String> expected = ids(actions);

        Collections.shuffle(actions, new Random(7));

        assertThat(ids(actions)).isEqualTo(expected);
    }

    @Test
    void unknownIdsAndEmptyTextsAreOrderedToo() {
        var actions =
                List.of(new Action("x", "", "", Optional.of("TA9999"), Optional.of("none")), technique("y", "T1486"));

        assertThat(ids(actions)).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void twoActionsOfOneIdAreRefused() {
        var twice = List.of(told("a", ""), told("a", ""));

        assertThatThrownBy(() -> ORDER.order(twice)).hasMessage("two actions share an id");
    }

    @Test
    void hostileTextCostsLittle() {
        String nasty = "uploads ".repeat(300_000) + "\u0000$(rm -rf) {{7*7}} <script>";

        assertThat(ids(List.of(told("a", nasty), told("b", nasty)))).containsExactly("a", "b");
    }
}
