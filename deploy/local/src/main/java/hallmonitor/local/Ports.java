package hallmonitor.local;

import hallmonitor.embedded.FreePorts;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A port of 127.0.0.1 for everything that listens. Each is between 1 and 65535, and no two are
 * equal.
 */
public record Ports(Map<PortName, Integer> numbers) {
  public Ports {
    numbers = Map.copyOf(numbers);
    Set<Integer> taken = new HashSet<>();
    for (PortName name : PortName.values()) {
      Integer number = numbers.get(name);
      if (number == null || number < 1 || number > 65_535) {
        throw new IllegalArgumentException(
            name.option() + " must be a number from 1 to 65535, not " + number);
      }
      if (!taken.add(number)) {
        throw new IllegalArgumentException(
            "port " + number + " is asked for twice, the second time by " + name.option());
      }
    }
  }

  /** Returns the documented ports. */
  public static Ports standard() {
    Map<PortName, Integer> numbers = new EnumMap<>(PortName.class);
    for (PortName name : PortName.values()) {
      numbers.put(name, name.standard());
    }
    return new Ports(numbers);
  }

  /** Returns ports that are free now, for tests that run beside others. */
  public static Ports free() {
    Map<PortName, Integer> numbers = new EnumMap<>(PortName.class);
    Set<Integer> chosen = new HashSet<>();
    for (PortName name : PortName.values()) {
      int port = FreePorts.one();
      while (!chosen.add(port)) {
        port = FreePorts.one();
      }
      numbers.put(name, port);
    }
    return new Ports(numbers);
  }

  public int of(PortName name) {
    return Objects.requireNonNull(numbers.get(name), "the constructor has seen one for each name");
  }

  /** Returns the HTTP address of a part, without a path. */
  public String http(PortName name) {
    return "http://127.0.0.1:" + of(name);
  }
}
