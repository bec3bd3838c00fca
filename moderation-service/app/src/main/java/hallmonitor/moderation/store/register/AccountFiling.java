package hallmonitor.moderation.store.register;

import hallmonitor.moderation.casework.register.RegisterState;
import java.util.UUID;

/**
 * A new entry of the register.
 *
 * @param entryId came with the form, so that sending it twice is one entry
 * @param platform as in district.yaml, or {@code other}
 * @param address of the page; empty if there is none yet
 * @param kind as in district.yaml
 * @param building id in district.yaml; empty while no one knows
 * @param administrator id in district.yaml, or a name
 * @param by a user name
 */
public record AccountFiling(
    UUID entryId,
    RegisterState state,
    String name,
    String platform,
    String address,
    String kind,
    String building,
    String purpose,
    String administrator,
    String deputy,
    String by) {}
