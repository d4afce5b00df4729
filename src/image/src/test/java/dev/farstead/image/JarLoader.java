// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

/** Loads the classes of a jar before those of the tests. */
final class JarLoader extends ClassLoader {
    private final Jar jar;

    JarLoader(Jar jar) {
        super(JarLoader.class.getClassLoader());
        this.jar = jar;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            byte[] bytes = jar.entries().get(Jar.path(name.replace('.', '/')));
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return bytes == null ? super.loadClass(name, resolve) : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
