package hallmonitor.moderation.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.district.District;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecklistTest {
  private static final District SAMPLE = SampleDistrict.shipped();

  @Test
  void aNewInstallationHasEverythingBeforeIt() {
    Checklist list = of(new SetupFacts(SAMPLE, List.of(), false, false, 1));

    assertThat(list.getDone()).isZero();
    assertThat(list.isFinished()).isFalse();
  }

  @Test
  void thePracticePageIsNoAccountOfTheDistrict() {
    Checklist list = of(new SetupFacts(SAMPLE, List.of("practice"), true, true, 2));

    assertThat(undone(list))
        .containsExactly(
            "Name your district and schools", "Choose who is notified", "Connect an account");
  }

  @Test
  void theFirstStepThatIsNotDoneIsNext() {
    Checklist list = of(new SetupFacts(SAMPLE, List.of("practice"), true, true, 2));

    assertThat(list.steps().stream().filter(list::isNext))
        .extracting(step -> step.title().toString())
        .containsExactly("Name your district and schools");
  }

  @Test
  void aDistrictOfTheirOwnWithAnAccountIsDone() {
    District own =
        SampleDistrict.of("Oak Grove CUSD 7", "d.hale@oakgrove7.org", "https://news.oakgrove7.org");

    assertThat(of(new SetupFacts(own, List.of("practice"), true, true, 2)).isFinished()).isTrue();
    assertThat(undone(of(new SetupFacts(own, List.of(), true, true, 2))))
        .containsExactly("Connect an account");
  }

  @Test
  void thePracticePageAndTheMailboxAreLinkedWhereThereAreAny() {
    Checklist local =
        Checklist.of(
            new SetupFacts(SAMPLE, List.of(), false, false, 1),
            Optional.of(URI.create("http://127.0.0.1:8090")),
            Optional.of(URI.create("http://127.0.0.1:8091")));

    assertThat(local.steps())
        .filteredOn(SetupStep::isElsewhere)
        .extracting(SetupStep::href)
        .containsExactly("http://127.0.0.1:8090", "http://127.0.0.1:8091");
    assertThat(of(new SetupFacts(SAMPLE, List.of(), false, false, 1)).steps())
        .noneMatch(SetupStep::isElsewhere);
  }

  private static Checklist of(SetupFacts facts) {
    return Checklist.of(facts, Optional.empty(), Optional.empty());
  }

  private static List<String> undone(Checklist list) {
    return list.steps().stream()
        .filter(step -> !step.done())
        .map(step -> step.title().toString())
        .toList();
  }
}
