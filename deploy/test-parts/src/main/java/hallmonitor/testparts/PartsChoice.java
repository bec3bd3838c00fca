package hallmonitor.testparts;

import hallmonitor.embedded.CannotStart;
import java.util.Locale;

/**
 * The switch between containers and the embedded parts: {@code -Dtest.parts}. The name does not
 * begin with {@code hallmonitor}: a service refuses a setting of that name that it does not know.
 */
enum PartsChoice {
  /**
   * Containers if a Docker API answers and has both images, otherwise embedded. Never fetches an
   * image, so that a machine without a network does not need one.
   */
  AUTO,
  EMBEDDED,
  /** Containers, fetching their images if necessary, or a failure. */
  CONTAINERS;

  private static final String PROPERTY = "test.parts";

  /** Returns the choice of the build or the command line. */
  static PartsChoice current() {
    return named(System.getProperty(PROPERTY, "auto"));
  }

  /**
   * @throws IllegalArgumentException if there is no such choice; the message lists the valid ones
   */
  static PartsChoice named(String name) {
    for (PartsChoice choice : values()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(name)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        PROPERTY + " is '" + name + "'; it can be auto, embedded or containers");
  }

  /**
   * Decides once per JVM.
   *
   * @throws CannotStart if containers are requested and no Docker API answers
   */
  PartsOrigin origin(DockerApi docker, ContainerImages images) {
    return switch (this) {
      case EMBEDDED -> new PartsOrigin(false, "as asked");
      case CONTAINERS -> onContainersOnly(docker, images);
      case AUTO -> whereContainersAre(docker, images);
    };
  }

  private static PartsOrigin onContainersOnly(DockerApi docker, ContainerImages images) {
    if (!docker.answers()) {
      throw new CannotStart(
          PROPERTY
              + "=containers, but no Docker API answers: start Docker, put"
              + " deploy/testbeds/containers/with before the command to use Podman, or run with -D"
              + PROPERTY
              + "=embedded.");
    }
    return onContainers(images);
  }

  private static PartsOrigin whereContainersAre(DockerApi docker, ContainerImages images) {
    if (!docker.answers()) {
      return new PartsOrigin(false, "no Docker API answers");
    }
    return images
        .all()
        .filter(image -> !docker.holds(image))
        .findFirst()
        .map(absent -> new PartsOrigin(false, "Docker does not hold the image " + absent))
        .orElseGet(() -> onContainers(images));
  }

  private static PartsOrigin onContainers(ContainerImages images) {
    return new PartsOrigin(true, images.postgres() + " and " + images.kafka());
  }
}
