package akin.state.pages;

import akin.models.memory.Page;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** The type of pages in state. */
final class PageTypeInfo extends TypeInformation<Page> {
    static final PageTypeInfo INSTANCE = new PageTypeInfo();

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<Page> getTypeClass() {
        return Page.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<Page> createSerializer(SerializerConfig config) {
        return PageSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "Page";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageTypeInfo;
    }

    @Override
    public int hashCode() {
        return PageTypeInfo.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof PageTypeInfo;
    }
}
