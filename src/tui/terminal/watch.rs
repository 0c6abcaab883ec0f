//! The files of a pack, watched: what is written into them wakes the loop as a key does. Nothing is asked from time to
//! time, so a session at rest stays at rest. Where the system tells of no files, nothing is ever heard of them.

#[cfg(target_os = "linux")]
pub(super) use linux::Watch;
#[cfg(not(target_os = "linux"))]
pub(super) use nothing::Watch;

#[cfg(not(target_os = "linux"))]
mod nothing {
    use std::convert::Infallible;
    use std::os::fd::BorrowedFd;
    use std::path::Path;

    /// There is none.
    #[derive(Debug)]
    pub(in super::super) struct Watch(Infallible);

    impl Watch {
        pub(in super::super) const fn of(_: &Path) -> Option<Self> {
            None
        }

        pub(in super::super) const fn fd(&self) -> BorrowedFd<'_> {
            match self.0 {}
        }

        pub(in super::super) const fn has_changed(&self) -> bool {
            match self.0 {}
        }
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::mem::MaybeUninit;
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
    use std::os::unix::ffi::OsStrExt;
    use std::path::{Path, PathBuf};

    use griot_pack::pack::bibliographies;
    use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};
    use rustix::io::Errno;

    /// A pack that is watched; of a folder, what is in it and what is one deeper, of a file what it takes its sources from.
    #[derive(Debug)]
    pub(in super::super) struct Watch {
        fd: OwnedFd,
        folder: PathBuf,
        /// The one file that is meant; of a folder, all that end in `.json` are.
        file: Option<PathBuf>,
    }

    impl Watch {
        /// Watches a pack; nothing where there is none, or the system has no room for it.
        pub(in super::super) fn of(path: &Path) -> Option<Self> {
            Self::on(path).ok()
        }

        fn on(path: &Path) -> rustix::io::Result<Self> {
            let path = path.canonicalize().map_err(|_| Errno::NOENT)?;
            let fd = init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?;
            let (folder, file) = if path.is_dir() {
                (path, None)
            } else {
                // A file that is replaced whole is another one: its folder tells of that.
                let folder = path.parent().ok_or(Errno::NOENT)?.to_owned();
                (folder, Some(path))
            };
            let watch = Self { fd, folder, file };
            watch.add(&watch.folder)?;
            watch.add_folders();
            Ok(watch)
        }

        fn add(&self, folder: &Path) -> rustix::io::Result<()> {
            let changes = WatchFlags::CLOSE_WRITE
                | WatchFlags::MOVED_TO
                | WatchFlags::MOVED_FROM
                | WatchFlags::CREATE
                | WatchFlags::DELETE;
            add_watch(&self.fd, folder, changes | WatchFlags::ONLYDIR).map(|_| ())
        }

        /// A folder that was watched already is watched once.
        fn add_folders(&self) {
            if let Some(file) = &self.file {
                let beside = bibliographies(file);
                return beside.iter().filter_map(|it| it.parent()).filter(|it| *it != self.folder).for_each(|folder| {
                    // One that is not there is made later, or never.
                    let _ = self.add(folder);
                });
            }
            let Some(inside) = self.folder.read_dir().ok() else { return };
            for entry in inside.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
                // One that cannot be watched holds nothing that can be read either, or there is no room for more.
                let _ = self.add(&entry.path());
            }
        }

        /// What becomes readable when a file may have changed.
        pub(in super::super) fn fd(&self) -> BorrowedFd<'_> {
            self.fd.as_fd()
        }

        /// Whether a file of the pack has changed since this was asked last.
        pub(in super::super) fn has_changed(&self) -> bool {
            let mut space = [MaybeUninit::uninit(); 4096];
            let mut reader = Reader::new(&self.fd, &mut space);
            let mut changed = false;
            loop {
                match reader.next() {
                    // More has happened than the system had room to tell: it has no name.
                    Ok(event) => changed |= event.file_name().is_none_or(|name| self.is_meant(name.to_bytes())),
                    Err(Errno::INTR) => {}
                    Err(_) => break,
                }
            }
            self.add_folders();
            changed
        }

        /// Whether a file of this name belongs to the pack: editors put files of their own beside it. A folder may
        /// hold some of its.
        fn is_meant(&self, name: &[u8]) -> bool {
            let file = Path::new(std::ffi::OsStr::from_bytes(name));
            let is_called = |path: &Path| path.file_name() == Some(file.as_os_str());
            match &self.file {
                Some(own) => is_called(own) || bibliographies(own).iter().any(|it| is_called(it)),
                None => file.extension().is_none_or(|extension| extension == "json"),
            }
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;

    use super::Watch;

    #[test]
    fn a_file_of_the_pack_that_is_written_replaced_or_removed_has_changed_it() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("eras")).unwrap();
        let (era, about) = (dir.path().join("eras/1-first.json"), dir.path().join("pack.json"));
        fs::write(&about, "{}").unwrap();
        let watch = Watch::of(dir.path()).unwrap();
        assert!(!watch.has_changed());
        fs::write(&era, "{}").unwrap();
        assert!(watch.has_changed() && !watch.has_changed());
        // As editors do it.
        fs::write(dir.path().join(".pack.json.swp"), "").unwrap();
        assert!(!watch.has_changed());
        fs::write(dir.path().join("eras/new.tmp"), "[]").unwrap();
        assert!(!watch.has_changed());
        fs::rename(dir.path().join("eras/new.tmp"), &era).unwrap();
        assert!(watch.has_changed());
        fs::remove_file(&era).unwrap();
        assert!(watch.has_changed());
        // A folder that is made later.
        fs::create_dir(dir.path().join("entities")).unwrap();
        assert!(watch.has_changed());
        fs::write(dir.path().join("entities/people.json"), "[]").unwrap();
        assert!(watch.has_changed());
    }

    #[test]
    fn what_a_plain_file_takes_its_sources_from_is_watched_with_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        fs::create_dir(path("library")).unwrap();
        fs::write(path("history.md"), "1591: A\n").unwrap();
        let watch = Watch::of(&path("history.md")).unwrap();
        for (name, counts) in [("history.bib", true), ("other.bib", false), ("history.ris", true), ("notes.md", false)]
        {
            fs::write(path(name), "").unwrap();
            assert_eq!(watch.has_changed(), counts, "{name}");
        }
        fs::write(path("history.md"), "---\nbibliography: library/own.bib\n---\n1591: A\n").unwrap();
        assert!(watch.has_changed());
        fs::write(path("history.bib"), "").unwrap();
        assert!(!watch.has_changed());
        fs::write(path("library/own.bib"), "").unwrap();
        assert!(watch.has_changed());
    }

    #[test]
    fn of_a_compiled_pack_the_one_file_counts() {
        let dir = tempfile::tempdir().unwrap();
        let pack = dir.path().join("mali.griot");
        fs::write(&pack, "1").unwrap();
        let watch = Watch::of(&pack).unwrap();
        fs::write(dir.path().join("other.json"), "{}").unwrap();
        assert!(!watch.has_changed());
        fs::write(dir.path().join("next"), "2").unwrap();
        fs::rename(dir.path().join("next"), &pack).unwrap();
        assert!(watch.has_changed());
        assert!(Watch::of(&dir.path().join("none")).is_none());
    }
}
