package akin.cluster;

import java.util.Map;

/**
 * What a cluster is made of.
 *
 * @param taskManagers number of TaskManagers
 * @param slots of each TaskManager
 * @param memory of each TaskManager's process, as Flink writes it: 2g
 * @param restPort of the console and of Flink's REST API
 * @param kafkaPort of a broker, 0: none is started
 * @param flink settings of Flink that win over conf/config.yaml
 */
public record ClusterSettings(
        int taskManagers, int slots, String memory, int restPort, int kafkaPort, Map<String, String> flink) {
    public ClusterSettings {
        require(taskManagers, 1, 64, "--taskmanagers");
        require(slots, 1, 64, "--slots");
        require(restPort, 1, 65535, "--rest-port");
        require(kafkaPort, 0, 65535, "--kafka-port");
        flink = Map.copyOf(flink);
    }

    private static void require(int value, int least, int most, String option) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    option + " is " + value + ", allowed is a whole number from " + least + " to " + most);
        }
    }

    boolean hasKafka() {
        return kafkaPort > 0;
    }
}
