package akin.bench.faults;

import java.util.Locale;

/** What happens to a cluster in the middle of its work. */
enum Fault {
    NONE {
        @Override
        void strike(Scene scene) {}
    },
    KILL_TASKMANAGER {
        @Override
        void strike(Scene scene) throws Exception {
            scene.signal("KILL", scene.taskManagerOfShards());
        }
    },
    KILL_JOBMANAGER {
        @Override
        void strike(Scene scene) throws Exception {
            scene.signal("KILL", "jobmanager");
        }
    },
    KILL_BROKER {
        @Override
        void strike(Scene scene) throws Exception {
            scene.signal("KILL", "kafka");
        }
    },
    STOP_TASKMANAGER {
        @Override
        void strike(Scene scene) throws Exception {
            String taskManager = scene.taskManagerOfShards();
            scene.signal("STOP", taskManager);
            try {
                Thread.sleep(scene.settings().stop().toMillis());
            } finally {
                scene.signal("CONT", taskManager);
            }
        }
    },
    FULL_DISK {
        @Override
        void strike(Scene scene) throws Exception {
            scene.disk().fill();
            try {
                scene.awaitFailedCheckpoints();
            } finally {
                scene.disk().empty();
            }
        }
    },
    POISON {
        @Override
        void strike(Scene scene) {}
    },
    UPGRADE {
        @Override
        void strike(Scene scene) throws Exception {
            scene.upgrade();
        }
    };

    /** Makes it happen; what the cluster needs to repair itself is left to it. */
    abstract void strike(Scene scene) throws Exception;

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault of(String name) {
        for (Fault fault : values()) {
            if (fault.wireName().equals(name)) {
                return fault;
            }
        }
        throw new IllegalArgumentException("there is no fault " + name);
    }
}
