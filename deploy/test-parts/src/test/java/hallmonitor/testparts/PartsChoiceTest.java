package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.embedded.CannotStart;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartsChoiceTest {
  private static final ContainerImages IMAGES = new ContainerImages("postgres:17", "kafka:4");
  private static final DockerApi NONE = new Machine(false, Set.of());
  private static final DockerApi WITH_ONE_IMAGE = new Machine(true, Set.of("postgres:17"));
  private static final DockerApi WITH_BOTH = new Machine(true, Set.of("postgres:17", "kafka:4"));

  @Test
  void containersThatCannotBeHadAreAFailureNotAFallback() {
    assertThatThrownBy(() -> PartsChoice.CONTAINERS.origin(NONE, IMAGES))
        .isInstanceOf(CannotStart.class)
        .hasMessage(
            "test.parts=containers, but no Docker API answers: start Docker, put"
                + " deploy/testbeds/containers/with before the command to use Podman, or run with"
                + " -Dtest.parts=embedded.");
  }

  @Test
  void containersThatAreAskedForMayFetchTheirImages() {
    assertThat(PartsChoice.CONTAINERS.origin(WITH_ONE_IMAGE, IMAGES))
        .hasToString("containers (postgres:17 and kafka:4)");
  }

  @Test
  void withoutAWishContainersAreUsedWhereNothingNeedBeFetched() {
    assertThat(PartsChoice.AUTO.origin(WITH_BOTH, IMAGES))
        .hasToString("containers (postgres:17 and kafka:4)");
    assertThat(PartsChoice.AUTO.origin(WITH_ONE_IMAGE, IMAGES))
        .hasToString("embedded (Docker does not hold the image kafka:4)");
    assertThat(PartsChoice.AUTO.origin(NONE, IMAGES))
        .hasToString("embedded (no Docker API answers)");
  }

  @Test
  void embeddedPartsAskNoDocker() {
    DockerApi unasked =
        new DockerApi() {
          @Override
          public boolean answers() {
            throw new AssertionError("asked");
          }

          @Override
          public boolean holds(String image) {
            throw new AssertionError("asked");
          }
        };
    assertThat(PartsChoice.EMBEDDED.origin(unasked, IMAGES)).hasToString("embedded (as asked)");
  }

  @Test
  void anUnknownChoiceIsNamedWithThoseThatExist() {
    assertThat(PartsChoice.named("containers")).isEqualTo(PartsChoice.CONTAINERS);
    assertThatThrownBy(() -> PartsChoice.named("docker"))
        .hasMessage("test.parts is 'docker'; it can be auto, embedded or containers");
  }

  private record Machine(boolean answers, Set<String> images) implements DockerApi {
    @Override
    public boolean holds(String image) {
      return images.contains(image);
    }
  }
}
