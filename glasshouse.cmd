@rem Untried: written with no Windows machine at hand. The bash script "glasshouse" beside it is the one that is tested.
@echo off
setlocal
set "ROOT=%~dp0"
set "BUILD=%ROOT%.build"
set "PROGRAM=%BUILD%\glasshouse\Glasshouse.Cli.exe"

if not exist "%BUILD%" mkdir "%BUILD%"
call :stale && call :locked_publish
if errorlevel 2 exit /b 1
if not defined GLASSHOUSE_HOME set "GLASSHOUSE_HOME=%ROOT:~0,-1%"
"%PROGRAM%" %*
exit /b %ERRORLEVEL%

rem Ends with 0 if a source is newer than the last build, with 1 if not.
:stale
if not exist "%PROGRAM%" exit /b 0
if not exist "%BUILD%\glasshouse.stamp" exit /b 0
powershell -NoProfile -Command "$t = (Get-Item '%BUILD%\glasshouse.stamp').LastWriteTime; $f = @(Get-ChildItem '%ROOT%src' -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' }) + @(Get-Item '%ROOT%Directory.*.props', '%ROOT%global.json', '%ROOT%*.slnx'); if ($f | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%

rem The folder "lock.d" is the lock: only one start can make it.
:locked_publish
mkdir "%BUILD%\lock.d" 2>nul
if not errorlevel 1 goto :publish
echo glasshouse: another start is building the program; waiting for it ^(if none is, delete .build\lock.d^) 1>&2
:wait
timeout /t 1 /nobreak >nul
if exist "%BUILD%\lock.d" goto :wait
call :stale && goto :locked_publish
exit /b 0

:publish
dotnet --list-sdks 2>nul | findstr /b "10." >nul
if errorlevel 1 (
  echo glasshouse: the .NET 10 SDK is needed to build the program and was not found; get it from https://dot.net 1>&2
  rmdir "%BUILD%\lock.d"
  exit /b 2
)
echo glasshouse: building the program ^(first start, or a source changed^); log in .build\publish.log 1>&2
type nul > "%BUILD%\glasshouse.stamp.next"
dotnet publish "%ROOT%src\Glasshouse.Cli" -c Release -r win-x64 --self-contained false -o "%BUILD%\glasshouse" -v minimal > "%BUILD%\publish.log" 2>&1
if errorlevel 1 (
  echo glasshouse: the build failed: 1>&2
  type "%BUILD%\publish.log" 1>&2
  rmdir "%BUILD%\lock.d"
  exit /b 2
)
move /y "%BUILD%\glasshouse.stamp.next" "%BUILD%\glasshouse.stamp" >nul
rmdir "%BUILD%\lock.d"
exit /b 0
