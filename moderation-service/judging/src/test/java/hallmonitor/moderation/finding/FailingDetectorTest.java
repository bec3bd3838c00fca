package hallmonitor.moderation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailingDetectorTest {
  static Stream<Throwable> whateverItThrows() {
    return Stream.of(
        new IllegalStateException(),
        new StackOverflowError(),
        new OutOfMemoryError(),
        new NoClassDefFoundError("hallmonitor/Missing"),
        new UnsatisfiedLinkError("onnxruntime"),
        new AssertionError());
  }

  @ParameterizedTest
  @MethodSource("whateverItThrows")
  void whateverADetectorThrowsIsAFindingAndTheOthersAreAsked(Throwable failure) {
    Detectors detectors = new Detectors(List.of(throwing(failure), finding()));

    List<Finding> found =
        detectors.detect(Comment.of("some words", "Sam", "", Optional.empty(), "school"));

    assertThat(found)
        .extracting(Finding::category)
        .containsExactly(Category.DETECTOR_FAILURE, Category.SPAM);
    assertThat(found.get(0).why())
        .contains("throwing", failure.getClass().getSimpleName(), "a person must look at it");
  }

  private static Detector throwing(Throwable failure) {
    return new Detector() {
      @Override
      public String name() {
        return "throwing";
      }

      @Override
      public List<Finding> detect(Comment comment) {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
    };
  }

  private static Detector finding() {
    return new Detector() {
      @Override
      public String name() {
        return "finding";
      }

      @Override
      public List<Finding> detect(Comment comment) {
        return List.of(new Finding(Category.SPAM, 1, name(), List.of(), "It was asked."));
      }
    };
  }
}
