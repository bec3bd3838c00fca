package hallmonitor.system.structure;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleEndpoints;
import hallmonitor.system.PageVisits;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No page of the console is only written: a browser visits each. */
class PageVisitsTest {
  private static final Set<String> WHY =
      Set.of("a part of ", "a file", "leads on", "leads to ", "a stream");

  private final PageVisits visits = PageVisits.read();

  @Test
  void everyAddressThatOpensHasItsLine() {
    List<String> addresses =
        ConsoleEndpoints.all().stream()
            .filter(endpoint -> endpoint.startsWith("GET "))
            .map(endpoint -> endpoint.substring("GET ".length()))
            .toList();

    assertThat(visits.visitors().keySet()).containsExactlyInAnyOrderElementsOf(addresses);
  }

  @Test
  void everyVisitorIsATestAndWhatNobodyVisitsIsNoPage() {
    Set<String> tests =
        Product.files(Product.testSources()).stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(toSet());

    assertThat(visits.visitors().values())
        .allSatisfy(
            visitor ->
                assertThat(
                        visitor.startsWith(PageVisits.NOBODY)
                            ? WHY.stream().anyMatch(why -> visitor.contains(": " + why))
                            : tests.contains(visitor))
                    .as(visitor)
                    .isTrue());
  }

  @Test
  void aPartIsOneOfAPageThatSomeoneVisits() {
    assertThat(visits.visitors().values())
        .filteredOn(visitor -> visitor.contains("a part of /"))
        .map(visitor -> visitor.replaceAll(".*a part of ", ""))
        .allSatisfy(page -> assertThat(visits.visitors()).containsKey(page));
  }
}
