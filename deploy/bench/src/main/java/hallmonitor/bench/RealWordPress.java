package hallmonitor.bench;

import hallmonitor.system.ScratchStack;
import hallmonitor.system.WordPressInstance;
import java.util.Optional;

/** Runs the same measurement on a real WordPress, connected while everything runs. */
final class RealWordPress {
  private static final int HELLO_WORLD = 1;
  private static final String NAME = "typed to hidden, real WordPress, ms";

  private RealWordPress() {}

  static Figures measure(ScratchStack stack, int threats) throws InterruptedException {
    Optional<WordPressInstance> started = WordPressInstance.start();
    if (started.isEmpty()) {
      return new Figures().add(NAME, "not measured: its packages are missing");
    }
    try (WordPressInstance wordPress = started.get()) {
      wordPress.connectTo(stack);
      return new Figures()
          .typed(NAME, TypedToHidden.measure(wordPress.visitor(), HELLO_WORLD, threats));
    }
  }
}
