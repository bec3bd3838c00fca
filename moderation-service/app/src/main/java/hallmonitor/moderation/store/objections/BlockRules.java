package hallmonitor.moderation.store.objections;

import hallmonitor.moderation.casework.Block;
import java.time.ZoneId;

/**
 * What the district's rules say of blocks now.
 *
 * @param version of the file, as blocks cite it; see {@link
 *     hallmonitor.settings.yaml.WatchedFile.Version}
 * @param zone the district's, in which a block's last day ends
 */
public record BlockRules(Block.Limits limits, String version, ZoneId zone) {}
